import { version } from 'react'
import { version as domVersion } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { Dapp } from './Dapp.tsx'
import type { DappKit } from './DappKit.ts'
import { world } from './world.ts'
import '@takokit/react/styles.css'

const renders: DappKit['renders'] = {}
const button: DappKit['button'] = { current: null }
window.dapp = { versions: [version, domVersion], renders, button, prompts: world.prompts }

const root = document.body.appendChild(document.createElement('div'))
createRoot(root).render(
  <Dapp
    buttonRef={button}
    onRender={(part) => {
      renders[part] = (renders[part] ?? 0) + 1
    }}
  />,
)
