/**
 * What `wallet_revokePermissions` does: `emit` forgets the page and emits `accountsChanged []`, `quiet` forgets without an
 * event, `hang` never answers and stays authorized, `refuse` fails with 4200.
 */
export type RevokeBehavior = 'emit' | 'quiet' | 'hang' | 'refuse'
