import type { Counters } from '../types/Counters.ts'
import type { Families } from './Families.ts'
import type { Family } from './Family.ts'

const zero = { requests: 0, presentations: 0, reuses: 0, rotations: 0, overlaps: 0 }

/** The token families of one provider and their counters. */
export function createFamilies(): Families {
  const families: Family[] = []
  return {
    unknown: 0,
    signIns: 0,
    create(subject: string): Family {
      const family: Family = {
        family: `f${families.length + 1}`,
        subject,
        revoked: false,
        refreshRevoked: false,
        ...zero,
      }
      families.push(family)
      return family
    },
    each(subject: string | 'all', visit: (family: Family) => void) {
      for (const family of families)
        if (subject === 'all' || family.subject === subject) visit(family)
    },
    counters(): Counters {
      const sum = (key: keyof typeof zero) =>
        families.reduce((total, family) => total + family[key], 0)
      return {
        signIns: this.signIns,
        requests: sum('requests'),
        presentations: sum('presentations'),
        reuses: sum('reuses'),
        rotations: sum('rotations'),
        overlaps: sum('overlaps'),
        unknown: this.unknown,
        families: families.map(({ refreshRevoked, revoked, ...counters }) => ({
          ...counters,
          revoked: revoked || refreshRevoked,
        })),
      }
    },
    reset() {
      this.unknown = 0
      this.signIns = 0
      for (const family of families) Object.assign(family, zero)
    },
  }
}
