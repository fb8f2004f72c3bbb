import { expect, test } from 'vitest'
import { connectedWallet } from '../testing/connectedWallet.ts'
import { mountApproval } from './mountApproval.ts'

test('behavior: the window keeps its look under a policy without unsafe-inline', async () => {
  const violations: string[] = []
  document.addEventListener('securitypolicyviolation', (event) => {
    violations.push(event.effectiveDirective)
  })
  const meta = document.createElement('meta')
  meta.httpEquiv = 'Content-Security-Policy'
  meta.content = "style-src 'self'; img-src 'self' data:"
  document.head.append(meta)

  const wallet = connectedWallet({ approval: 'manual' })
  const unmount = mountApproval(wallet)
  void wallet.sign('hi')
  const root = document.querySelector('[data-takokit-approval]')?.shadowRoot
  const popup = root?.querySelector('dialog') as HTMLDialogElement
  expect(getComputedStyle(popup).position).toBe('fixed')
  expect(getComputedStyle(popup).width).toBe('398px')
  await root?.querySelector('img')?.decode()

  // Proves that the policy is in force: it reports this inline style and nothing else.
  const reported = new Promise((resolve) =>
    document.addEventListener('securitypolicyviolation', resolve, { once: true }),
  )
  document.body.setAttribute('style', 'color: red')
  await reported
  expect(violations).toEqual(['style-src-attr'])
  unmount()
})
