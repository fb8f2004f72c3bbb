/**
 * Runs operations on one key each, in order, and returns their results and the time. Many in one script cost little more than
 * one: the way there and back is what a command costs. The clock is Redis' own, so that replicas need not agree on the time.
 *
 * A result that is a list is an error: it fails its own operation only.
 */
export const script = `
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local at = 0
local function argument()
  at = at + 1
  return ARGV[at]
end

-- A row is "rev writtenAt value".
local function read(key)
  return redis.call('GET', key)
end

-- Compare-and-set on the row's rev. A command that was queued while the connection was down may run after its deadline, when
-- its caller has given up, and then changes nothing.
local function write(key, expected, rev, value, ttl, deadline)
  if tonumber(deadline) > 0 and now > tonumber(deadline) then return 0 end
  local row = redis.call('GET', key)
  if (row and string.match(row, '^[^ ]+') or '') ~= expected then return 0 end
  redis.call('SET', key, rev .. ' ' .. string.format('%.0f', now) .. ' ' .. value, 'PX', ttl)
  return 1
end

-- The same arithmetic as \`admit\`. Returns the wait, 0 if the use was counted.
local function take(key, requests, per, burst)
  local free = tonumber(redis.call('GET', key) or now)
  -- Something else than a time, or no number.
  if not free or free ~= free then free = now end
  local from = math.min(math.max(free, now), now + per)
  local after = from + per / requests
  local wait = math.ceil(after - per * burst / requests - now - 0.000001)
  if wait > 0 then return wait end
  redis.call('SET', key, string.format('%.3f', after), 'PX', math.ceil(after - now))
  return 0
end

local results = {}
for index, key in ipairs(KEYS) do
  local operation = argument()
  local done, result
  if operation == 'read' then done, result = pcall(read, key)
  elseif operation == 'write' then
    done, result = pcall(write, key, argument(), argument(), argument(), argument(), argument())
  else
    done, result = pcall(take, key, tonumber(argument()), tonumber(argument()), tonumber(argument()))
  end
  if done then results[index] = result
  else results[index] = {type(result) == 'table' and result.err or tostring(result)} end
end
return {results, string.format('%.0f', now)}`
