/** A text field that suggests: arrows move through the list, Enter takes, Escape closes. */
import { Combobox, TextInput, useCombobox } from "@mantine/core";
import { useEffect, type ReactNode } from "react";
import styles from "./Search.module.css";

export interface Suggestion {
  value: string;
  label: string;
  note?: string | undefined;
}

interface Props {
  label: string;
  description?: ReactNode;
  placeholder?: string;
  text: string;
  suggestions: readonly Suggestion[];
  onType: (text: string) => void;
  onPick: (value: string) => void;
  onLeave?: () => void;
  /** Enter takes the first suggestion without an arrow key; off where any text will do. */
  takesFirst?: boolean;
  /** Shown where there is nothing to suggest; without it no list opens. */
  nothing?: string;
  error?: ReactNode;
}

export function Search(props: Props) {
  const { label, description, placeholder, text, suggestions, onType, onPick, onLeave, takesFirst = false, nothing, error } = props;
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const { selectFirstOption, resetSelectedOption, dropdownOpened } = combobox;
  useEffect(() => {
    if (!dropdownOpened) return;
    if (takesFirst) selectFirstOption();
    else resetSelectedOption();
    // The store's functions are new at every render.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [suggestions, takesFirst, dropdownOpened]);
  const empty = suggestions.length === 0;

  return (
    <Combobox
      store={combobox}
      position="bottom-start"
      transitionProps={{ duration: 0 }}
      hideDetached={false}
      onOptionSubmit={(value) => {
        onPick(value);
        combobox.closeDropdown();
      }}
    >
      <Combobox.Target withExpandedAttribute>
        <TextInput
          role="combobox"
          label={label}
          description={description}
          placeholder={placeholder}
          error={error}
          value={text}
          autoComplete="off"
          spellCheck={false}
          onFocus={(event) => event.currentTarget.select()}
          onClick={() => combobox.openDropdown()}
          onChange={(event) => {
            onType(event.currentTarget.value);
            combobox.openDropdown();
          }}
          onBlur={() => {
            combobox.closeDropdown();
            onLeave?.();
          }}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={empty && nothing === undefined} className={styles.list}>
        <Combobox.Options aria-label={label}>
          {suggestions.map(({ value, label: name, note }) => (
            <Combobox.Option key={value} value={value} className={styles.option}>
              <span className={styles.label}>{name}</span>
              {note !== undefined && <span className={styles.note}>{note}</span>}
            </Combobox.Option>
          ))}
          {empty && nothing !== undefined && <Combobox.Empty className={styles.empty}>{nothing}</Combobox.Empty>}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
