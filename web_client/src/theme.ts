/** Mantine, dressed in the product's own tokens (styles/tokens.css). */
import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from "@mantine/core";

const ink: MantineColorsTuple = [
  "#eef3fd",
  "#dce6fa",
  "#b6caf4",
  "#8eaced",
  "#6a91e6",
  "#4a76da",
  "#2f60cd",
  "#1f4fbf",
  "#173f9e",
  "#10307c",
];

export const theme = createTheme({
  colors: { ink },
  primaryColor: "ink",
  primaryShade: { light: 7, dark: 6 },
  fontFamily: "var(--font-ui)",
  fontFamilyMonospace: "var(--font-code)",
  headings: { fontFamily: "var(--font-ui)", fontWeight: "620" },
  defaultRadius: "md",
  radius: { md: "8px", lg: "14px" },
  cursorType: "pointer",
  respectReducedMotion: true,
  // Plain objects, not Component.extend: naming a component here would load it with the first page.
  components: {
    Button: { defaultProps: { size: "md" }, styles: { label: { fontWeight: 560, letterSpacing: "-0.006em" } } },
    ActionIcon: { defaultProps: { variant: "subtle", color: "gray" } },
    InputWrapper: {
      styles: { label: { fontWeight: 560, marginBottom: 6 }, description: { marginBottom: 6, fontSize: 14, lineHeight: 1.45 } },
    },
    Modal: {
      defaultProps: { centered: true, radius: "lg", transitionProps: { duration: 180 }, closeButtonProps: { "aria-label": "Close" } },
      styles: { title: { fontWeight: 620, fontSize: 19, letterSpacing: "-0.012em" } },
    },
  },
});

const shared = {
  "--mantine-color-body": "var(--paper)",
  "--mantine-color-text": "var(--ink)",
  "--mantine-color-dimmed": "var(--ink-3)",
  "--mantine-color-default": "var(--sheet)",
  "--mantine-color-default-hover": "var(--sheet-2)",
  "--mantine-color-default-color": "var(--ink)",
  "--mantine-color-default-border": "var(--hair-2)",
  "--mantine-color-placeholder": "var(--ink-3)",
  "--mantine-color-anchor": "var(--accent)",
  "--mantine-color-error": "var(--red)",
  "--mantine-color-disabled": "var(--sheet-2)",
  "--mantine-color-disabled-color": "var(--ink-3)",
  "--mantine-color-ink-light": "var(--accent-soft)",
  "--mantine-color-ink-light-hover": "var(--mark)",
  "--mantine-color-ink-light-color": "var(--accent)",
  "--mantine-color-gray-light-color": "var(--ink-2)",
  "--mantine-color-gray-light-hover": "color-mix(in srgb, var(--ink) 7%, transparent)",
};

// Fields and switches take their night colours from Mantine's own greys; these are the slate of the page.
const night = {
  ...shared,
  "--mantine-color-dark-4": "var(--hair-2)",
  "--mantine-color-dark-5": "var(--hair-2)",
  "--mantine-color-dark-6": "var(--sheet-2)",
  "--mantine-color-dark-8": "var(--sheet)",
};

// The track of a switch between views, in the tint of the paper.
const day = { ...shared, "--mantine-color-gray-1": "color-mix(in srgb, var(--ink) 7%, var(--paper))" };

export const cssVariables: CSSVariablesResolver = () => ({ variables: {}, light: day, dark: night });
