import { SegmentedControl } from "@mantine/core";
import { useId, useState } from "react";
import type { RevealView } from "../../api/room.gen";
import { Chart } from "./Chart";
import { cellText, chartData } from "./chart";
import classes from "./Exhibit.module.css";

interface Props {
  reveal: RevealView;
  isNew?: boolean;
}

/** A table of the data room; where it is meant as a chart, a chart of the same cells, and the table a key away. */
export function ExhibitView({ reveal: { title, exhibit }, isNew = false }: Props) {
  const data = exhibit.kind === "table" ? null : chartData(exhibit);
  const [form, setForm] = useState<"chart" | "table">("chart");
  const heading = useId();
  return (
    <figure className={classes.exhibit} data-new={isNew || undefined} aria-labelledby={heading}>
      <div className={classes.head}>
        <figcaption className={classes.title} id={heading}>
          {title}
          {exhibit.unit === "" ? null : <span className={classes.unit}>{exhibit.unit}</span>}
          {isNew ? <span className={classes.new}>New</span> : null}
        </figcaption>
        {data ? (
          <SegmentedControl
            size="xs"
            aria-label={`${title}: shown as`}
            value={form}
            onChange={(value) => setForm(value === "table" ? "table" : "chart")}
            data={[
              { value: "chart", label: "Chart" },
              { value: "table", label: "Table" },
            ]}
          />
        ) : null}
      </div>
      {data && exhibit.kind !== "table" && form === "chart" ? (
        <Chart data={data} kind={exhibit.kind} label={`${title}, drawn. The table holds the same figures.`} />
      ) : (
        <Cells exhibit={exhibit} />
      )}
      {exhibit.note === "" ? null : <p className={classes.note}>{exhibit.note}</p>}
    </figure>
  );
}

function Cells({ exhibit: { columns, rows } }: { exhibit: RevealView["exhibit"] }) {
  const figures = columns.map((_, index) => rows.some((row) => typeof row[index] === "number"));
  return (
    <div className={classes.scroll}>
      <table className={classes.table}>
        <thead>
          <tr>
            {columns.map((column, index) => (
              <th key={index} scope="col" data-figure={(index > 0 && figures[index]) || undefined}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={index}>
              <th scope="row">{cellText(row[0] ?? null)}</th>
              {row.slice(1).map((cell, at) => (
                <td key={at} data-figure={figures[at + 1] || undefined}>
                  {cellText(cell)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
