import { Button, FileButton, Modal } from "@mantine/core";
import { useImportJobs } from "../../api/jobs";
import { ErrorNotice } from "../../components/ErrorNotice";
import { count } from "../../lib/format";
import styles from "./Jobs.module.css";

/** A table of another tracker. Rows that can't be read are named; the rest is saved. */
export function ImportJobs({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const bring = useImportJobs();
  const close = (): void => {
    bring.reset();
    onClose();
  };
  return (
    <Modal opened={opened} onClose={close} title="Import jobs from a CSV file">
      <div className={styles.dialog}>
        <p>
          The first line names the columns. A role is needed; company, url, status, deadline, next interview, tags, notes and description
          are read where they are there. A file exported here fits as it is.
        </p>
        <FileButton accept=".csv,text/csv" onChange={(file) => file && bring.mutate(file)} inputProps={{ "aria-label": "Choose a CSV file" }}>
          {(props) => (
            <Button {...props} loading={bring.isPending} className={styles.start}>
              Choose a CSV file
            </Button>
          )}
        </FileButton>
        {bring.isError && <ErrorNotice error={bring.error} />}
        {bring.data && (
          <div role="status" className={styles.dialog}>
            <p>
              <b>{count(bring.data.added, "job")} saved.</b>
              {bring.data.skipped > 0 && ` ${count(bring.data.skipped, "row")} left out: they are here already.`}
            </p>
            {bring.data.errors.length > 0 && (
              <ul className={styles.problems}>
                {bring.data.errors.map(({ row, column, message }) => (
                  <li key={`${row}-${column}-${message}`}>
                    Row {row}
                    {column !== "" && `, ${column}`}: {message}
                  </li>
                ))}
              </ul>
            )}
            <Button variant="default" className={styles.start} onClick={close}>
              Done
            </Button>
          </div>
        )}
      </div>
    </Modal>
  );
}
