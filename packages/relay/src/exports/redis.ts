export type { RedisClient } from '../stores/createRedisCommands.ts'
export { redisStore, type RedisStoreOptions } from '../stores/redisStore.ts'
