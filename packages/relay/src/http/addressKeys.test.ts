import { expect, test } from 'vitest'
import { addressKeys } from './addressKeys.ts'

test.each([
  '203.0.113.7',
  '203.0.113.7:4711',
  '[203.0.113.7]',
  ' 203.0.113.7 ',
  '::ffff:203.0.113.7',
  '::FFFF:203.0.113.7',
  '::ffff:cb00:7107',
  '0:0:0:0:0:ffff:203.0.113.7',
  '[::ffff:203.0.113.7]:4711',
  '::ffff:203.0.113.7:4711',
  '::ffff:203.0.113.7%eth0',
  // As translators write their clients' IPv4 addresses.
  '64:ff9b::203.0.113.7',
  '::ffff:0:203.0.113.7',
  // A whole `x-forwarded-for`, whose beginning is the client's word.
  '198.51.100.1, 203.0.113.7',
])('behavior: %j is one IPv4 address', (given) => {
  expect(addressKeys(given)).toEqual(['203.0.113.7'])
})

test.each([
  '2001:db8:1:2::1',
  '2001:DB8:1:2:ffff:ffff:ffff:ffff',
  '2001:0db8:0001:0002:0000:0000:0000:0001',
  '[2001:db8:1:2::1]',
  '[2001:db8:1:2::1]:443',
  '2001:db8:1:2::1%eth0',
  '2001:db8:1:2::203.0.113.7',
])('behavior: %j is a network of 64 bits, and the one around it', (given) => {
  expect(addressKeys(given)).toEqual(['20010db800010002/64', '20010db80001/48'])
})

test.each([
  'unknown',
  '203.0.113.256',
  '203.0.113',
  '2001:db8::x',
  '::zzzz',
  'zzzz::',
  '2001:db8:::1',
  '1:2:3:4:5:6:7:8:9',
  '[2001:db8::1',
  '[::1]x',
])('behavior: %j is no address, and shares the count of none', (given) => {
  expect(addressKeys(given)).toEqual([given])
})

test('behavior: a key is short', () => {
  expect(addressKeys('x'.repeat(100_000))).toEqual(['x'.repeat(64)])
})
