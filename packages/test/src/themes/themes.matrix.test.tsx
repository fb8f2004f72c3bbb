import { ChakraProvider, type ColorMode, useColorMode } from '@chakra-ui/react'
import { createTheme, ThemeProvider, useColorScheme } from '@mui/material/styles'
import { type ReactNode, useEffect } from 'react'
import { afterEach, expect, test } from 'vitest'
import { render } from 'vitest-browser-react'
import { App } from '../../../react/src/testing/App.tsx'
import { createWorld } from '../../../react/src/testing/createWorld.ts'
import { TakoSignIn } from '../../../react/src/ui/TakoSignIn.tsx'
import '../../../react/src/styles/styles.css'

const { documentElement: html, body } = document

afterEach(() => {
  localStorage.clear()
  for (const element of [html, body])
    for (const { name } of [...element.attributes]) element.removeAttribute(name)
})

let setTheme: (theme: ColorMode) => void = () => {}

function ChakraSwitch() {
  const { setColorMode } = useColorMode()
  useEffect(() => {
    setTheme = setColorMode
  }, [setColorMode])
  return null
}

function MuiSwitch() {
  const { setMode } = useColorScheme()
  useEffect(() => {
    setTheme = setMode
  }, [setMode])
  return null
}

function Chakra({ children }: { children: ReactNode }) {
  return (
    <ChakraProvider>
      <ChakraSwitch />
      {children}
    </ChakraProvider>
  )
}

/** MUI with its colour schemes as CSS variables, selected as given. */
const mui = (colorSchemeSelector: string) => {
  const theme = createTheme({
    cssVariables: { colorSchemeSelector },
    colorSchemes: { light: true, dark: true },
  })
  return function Mui({ children }: { children: ReactNode }) {
    return (
      <ThemeProvider theme={theme}>
        <MuiSwitch />
        {children}
      </ThemeProvider>
    )
  }
}

test.each([
  ['Chakra 2', Chakra],
  ['MUI, class', mui('class')],
  ['MUI, data', mui('data')],
  ['MUI, an attribute of its own', mui('[data-mui-color-scheme="%s"]')],
])('behavior: the button follows the theme that %s sets, live', async (_, Theme) => {
  await render(
    <App world={createWorld()}>
      <Theme>
        <TakoSignIn />
      </Theme>
    </App>,
  )
  const shown = () => {
    const root = document.querySelector('.takokit')
    return root && getComputedStyle(root).colorScheme
  }
  for (const theme of ['dark', 'light', 'dark'] as const) {
    setTheme(theme)
    await expect.poll(shown, { message: theme }).toBe(theme)
  }
})
