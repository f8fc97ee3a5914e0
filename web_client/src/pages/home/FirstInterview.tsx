/** The home of a newcomer: one choice, and the interview is a minute away. */
import { Skeleton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { IconArrowRight } from "@tabler/icons-react";
import { ButtonLink } from "../../components/ButtonLink";
import { roleKitsQuery } from "../../api/queries";
import { ErrorNotice } from "../../components/ErrorNotice";
import { Face } from "../../components/Face";
import { PageHeading } from "../../components/PageHeading";
import { list } from "../../lib/format";
import styles from "./FirstInterview.module.css";

export function FirstInterview({ hello }: { hello: string }) {
  const kits = useQuery(roleKitsQuery);
  return (
    <>
      <div className={styles.top}>
        <PageHeading
          large
          title="Home"
          eyebrow={`${hello}.`}
          lead="Pick the role, check your microphone, talk for ten minutes. The report comes right after, and it quotes you."
        >
          Your first interview is a minute away.
        </PageHeading>
        <div className={styles.faces} aria-hidden>
          <Face look="daniel" />
          <Face look="maya" />
          <Face look="amara" />
        </div>
      </div>
      <section aria-labelledby="roles">
        <h2 id="roles" className={styles.h2}>
          What role are you practising for?
        </h2>
        {kits.isError ? (
          <ErrorNotice error={kits.error} retry={() => void kits.refetch()} />
        ) : kits.data ? (
          <ul className={styles.roles}>
            {kits.data.map((kit) => (
              <li key={kit.key}>
                <Link to="/interviews/new" search={{ kit: kit.key }} className={styles.role}>
                  <span className={styles.name}>{kit.name}</span>
                  <span className={styles.skills}>{list(kit.skills_focus.slice(0, 3))}</span>
                  <IconArrowRight size={20} stroke={1.6} aria-hidden />
                </Link>
              </li>
            ))}
          </ul>
        ) : (
          <Skeleton h={260} radius="md" />
        )}
        <p className={styles.other}>
          <ButtonLink to="/interviews/new" search={{ jd: true }} variant="default">
            Start from a job description instead
          </ButtonLink>
        </p>
      </section>
    </>
  );
}
