import { renderHook, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import { useDarkPage } from "./hooks";

const scheme = () => document.documentElement.getAttribute("data-mantine-color-scheme");

test("the room stays dark when the computer goes over to day colours, which are there again afterwards", async () => {
  document.documentElement.setAttribute("data-mantine-color-scheme", "dark");
  const { unmount } = renderHook(() => {
    useDarkPage();
  });
  document.documentElement.setAttribute("data-mantine-color-scheme", "light");
  await waitFor(() => {
    expect(scheme()).toBe("dark");
  });
  unmount();
  expect(scheme()).toBe("light");
});
