// Colours as "#rrggbb".

function parts(hex: string): [number, number, number] {
  return [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16)) as [number, number, number];
}

/** `amount` 0 is `from`, 1 is `to`. */
export function mix(from: string, to: string, amount: number): string {
  const target = parts(to);
  const mixed = parts(from).map((value, i) => Math.round(value + ((target[i] ?? 0) - value) * amount));
  return `#${mixed.map((value) => value.toString(16).padStart(2, "0")).join("")}`;
}

export const darker = (colour: string, amount: number): string => mix(colour, "#000000", amount);
export const lighter = (colour: string, amount: number): string => mix(colour, "#ffffff", amount);

/** With an alpha of 0 to 1. */
export function alpha(colour: string, opacity: number): string {
  return (
    colour +
    Math.round(Math.max(0, Math.min(1, opacity)) * 255)
      .toString(16)
      .padStart(2, "0")
  );
}
