/** The oldest browsers that the kit supports, as the README names them; `pnpm check browsers` looks for newer features. */
export const oldestBrowsers = { chrome: 123, firefox: 125, safari: 18, safari_ios: 18 } as const
