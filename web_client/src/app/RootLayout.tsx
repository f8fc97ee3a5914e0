import { Outlet } from "@tanstack/react-router";
import { Comfort } from "./Comfort";
import { OfflineBanner } from "./OfflineBanner";
import { Toast } from "./Toast";
import { RouteAnnouncer } from "./RouteAnnouncer";

export function RootLayout() {
  return (
    <>
      <OfflineBanner />
      <Comfort />
      <Outlet />
      <Toast />
      <RouteAnnouncer />
    </>
  );
}
