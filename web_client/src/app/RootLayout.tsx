import { Outlet } from "@tanstack/react-router";
import { OfflineBanner } from "./OfflineBanner";
import { Toast } from "./Toast";
import { RouteAnnouncer } from "./RouteAnnouncer";

export function RootLayout() {
  return (
    <>
      <OfflineBanner />
      <Outlet />
      <Toast />
      <RouteAnnouncer />
    </>
  );
}
