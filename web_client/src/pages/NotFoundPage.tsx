import { ButtonLink } from "../components/ButtonLink";
import { PageHeading } from "../components/PageHeading";

export function NotFoundPage() {
  return (
    <main id="main" style={{ padding: "clamp(40px, 10vh, 120px) var(--gutter)", maxWidth: 760, margin: "0 auto" }}>
      <PageHeading title="Page not found" eyebrow="404" lead="The address may be mistyped, or what it showed has been deleted.">
        There is nothing at this address
      </PageHeading>
      <ButtonLink to="/" mt={28}>
        Go to the start
      </ButtonLink>
    </main>
  );
}
