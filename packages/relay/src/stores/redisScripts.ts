/** Redis' own clock in milliseconds, so that replicas need not agree on the time. */
const clock = `
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)`

/** A row is `rev writtenAt value`. Returns the row and the time. */
export const readScript = `${clock}
return {redis.call('GET', KEYS[1]), string.format('%.0f', now)}`

/**
 * Compare-and-set on the row's `rev`. A command that was queued while the connection was down may run after its deadline,
 * when its caller has given up, and then changes nothing.
 */
export const writeScript = `${clock}
if tonumber(ARGV[5]) > 0 and now > tonumber(ARGV[5]) then return 0 end
local row = redis.call('GET', KEYS[1])
local rev = row and string.match(row, '^[^ ]+') or ''
if rev ~= ARGV[1] then return 0 end
local value = ARGV[2] .. ' ' .. string.format('%.0f', now) .. ' ' .. ARGV[3]
redis.call('SET', KEYS[1], value, 'PX', ARGV[4])
return 1`

/** The same arithmetic as `admit`. Returns the wait, 0 if the use was counted. */
export const takeScript = `${clock}
local per = tonumber(ARGV[2])
local from = math.min(math.max(tonumber(redis.call('GET', KEYS[1]) or now), now), now + per)
local after = from + per / tonumber(ARGV[1])
local burst = per * tonumber(ARGV[3]) / tonumber(ARGV[1])
local wait = math.ceil(after - burst - now - 0.000001)
if wait > 0 then return wait end
redis.call('SET', KEYS[1], string.format('%.3f', after), 'PX', math.ceil(after - now))
return 0`
