import type { TakoKitError } from '@takokit/core'
import type { UseMutationOptions } from '@tanstack/react-query'

/** TanStack Query's options of a mutation, without those that the kit sets. */
export type MutationOptions<data, variables, context = unknown> = Omit<
  UseMutationOptions<data, TakoKitError, variables, context>,
  'mutationFn' | 'mutationKey' | 'networkMode' | 'retry'
>
