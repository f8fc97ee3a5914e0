import { useDebouncedValue } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { companiesQuery } from "../../api/planning";
import { Search } from "../../components/Search";

interface Props {
  value: string;
  description?: string;
  onChange: (company: string) => void;
}

/** Any name will do; one that is known brings its way of working. */
export function CompanyInput({ value, description, onChange }: Props) {
  const [wanted] = useDebouncedValue(value, 120);
  const found = useQuery(companiesQuery(wanted));
  const hits = found.data ?? [];
  return (
    <Search
      label="Company"
      description={description}
      text={value}
      onType={onChange}
      onPick={onChange}
      suggestions={hits.map((company) => ({
        value: company.name,
        label: company.name,
        note: company.matched === company.name ? undefined : `also called ${company.matched}`,
      }))}
    />
  );
}
