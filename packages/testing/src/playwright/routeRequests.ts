import type { BrowserContext } from '@playwright/test'
import { answerAsNode, readRpcCalls } from './answerAsNode.ts'
import { answerRoute } from './answerRoute.ts'
import type { Answer } from '../urls/Answer.ts'
import { isBelow } from '../urls/isBelow.ts'

export interface RouteRequestsParameters {
  /** By base URL. */
  servers: Readonly<Record<string, Answer>>
  allowNetwork: boolean
}

const isLoopback = ({ protocol, hostname }: URL) =>
  !/^(https?|wss?):$/.test(protocol) ||
  /^(localhost|.+\.localhost|\[::1\]|127\.\d+\.\d+\.\d+)$/.test(hostname)

/** Answers requests of the pages by servers of the test, and lets no other leave this machine unless it may. */
export async function routeRequests(
  context: BrowserContext,
  { servers, allowNetwork }: RouteRequestsParameters,
): Promise<void> {
  const isElsewhere = (url: URL) => !isLoopback(url)
  // Routes that are added later are asked first.
  await context.route(isElsewhere, async (route) => {
    const calls = readRpcCalls(route.request())
    if (calls) return answerAsNode(route, calls)
    return allowNetwork ? route.fallback() : route.abort('internetdisconnected')
  })
  if (!allowNetwork) await context.routeWebSocket(isElsewhere, (socket) => socket.close())
  for (const [base, answer] of Object.entries(servers))
    await context.route(
      (url) => isBelow(url, base),
      (route) => answerRoute(context, route, answer),
    )
}
