import { ActionIcon, useComputedColorScheme, useMantineColorScheme } from "@mantine/core";
import { IconMoon, IconSun } from "@tabler/icons-react";

export function SchemeToggle() {
  const { setColorScheme } = useMantineColorScheme();
  const scheme = useComputedColorScheme("light");
  const next = scheme === "dark" ? "light" : "dark";
  const label = next === "dark" ? "Switch to night" : "Switch to day";
  return (
    <ActionIcon size={40} aria-label={label} title={label} onClick={() => setColorScheme(next)}>
      {next === "dark" ? <IconMoon size={19} stroke={1.6} /> : <IconSun size={19} stroke={1.6} />}
    </ActionIcon>
  );
}
