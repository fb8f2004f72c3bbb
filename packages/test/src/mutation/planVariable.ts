/** The environment's variable by which a test run is told of a plan. */
export const planVariable = 'TAKOKIT_MUTATION_PLAN'
