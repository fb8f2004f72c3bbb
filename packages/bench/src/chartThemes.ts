/** The colours of the pictures, as README and docs show them on light and on dark. */
export const chartThemes = {
  light: { ground: '#ffffff', ink: '#1f2328', quiet: '#59636e', own: '#0969da', other: '#afb8c1' },
  dark: { ground: '#0d1117', ink: '#f0f6fc', quiet: '#9198a1', own: '#4493f8', other: '#3d444d' },
}

export type ChartTheme = keyof typeof chartThemes
