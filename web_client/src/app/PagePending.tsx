import { Skeleton, VisuallyHidden } from "@mantine/core";

export function PagePending() {
  return (
    <div style={{ padding: "8px 0" }}>
      <VisuallyHidden role="status">Loading</VisuallyHidden>
      <Skeleton h={38} w="min(380px, 70%)" radius="sm" />
      <Skeleton h={18} w="min(520px, 90%)" mt={18} radius="sm" />
      <Skeleton h={220} mt={40} radius="lg" />
    </div>
  );
}
