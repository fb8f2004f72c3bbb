/** What an application has already; it is left out of the figures. */
export const external = [
  /^react($|\/)/,
  /^react-dom($|\/)/,
  /^viem($|\/)/,
  /^wagmi($|\/)/,
  /^@wagmi\//,
  /^@tanstack\//,
]
