package communique.alert.story;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * For every feature the numbers of the reports that have it, ascending. Features are kept as 64 bits of hash, so that
 * one of which only one report tells, as most are, takes 20 bytes; two that share a hash have their reports in common.
 */
final class Postings {
    private static final double FULL = 0.6;
    private static final long FREE = 0;

    private long[] hashes = new long[64];

    /** Of a feature the number of its only report, or the complement of its place among the lists. */
    private int[] values = new int[64];

    private int used;
    private final List<Numbers> lists = new ArrayList<>();

    /** Numbers, ascending. */
    static final class Numbers {
        private int[] numbers;
        private int size;

        Numbers(int... numbers) {
            this.numbers = numbers;
            this.size = numbers.length;
        }

        int size() {
            return size;
        }

        int get(int index) {
            return numbers[index];
        }

        boolean contains(int number) {
            return Arrays.binarySearch(numbers, 0, size, number) >= 0;
        }

        private void add(int number) {
            if (numbers[size - 1] == number) {
                return;
            }
            if (size == numbers.length) {
                numbers = Arrays.copyOf(numbers, size * 2);
            }
            numbers[size++] = number;
        }
    }

    /** What a feature is known by. */
    static long hash(String feature) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < feature.length(); i++) {
            hash = (hash ^ feature.charAt(i)) * 0x100000001b3L;
        }
        hash ^= hash >>> 32;
        return hash == FREE ? 1 : hash;
    }

    /** The reports that have a feature. */
    Numbers of(long hash) {
        int slot = slot(hash);
        if (hashes[slot] == FREE) {
            return new Numbers();
        }
        return values[slot] >= 0 ? new Numbers(values[slot]) : lists.get(~values[slot]);
    }

    /** Takes in a report, which has a number no lower than all before it. */
    void add(long hash, int number) {
        int slot = slot(hash);
        if (hashes[slot] == FREE) {
            hashes[slot] = hash;
            values[slot] = number;
            used++;
            grow();
        } else if (values[slot] < 0) {
            lists.get(~values[slot]).add(number);
        } else if (values[slot] != number) {
            lists.add(new Numbers(values[slot], number));
            values[slot] = ~(lists.size() - 1);
        }
    }

    /**
     * The same without reports that are gone.
     *
     * @param renumbered the new number of each report, in the same order; negative where it is gone
     */
    Postings renumbered(int[] renumbered) {
        Postings kept = new Postings();
        for (int slot = 0; slot < hashes.length; slot++) {
            if (hashes[slot] != FREE) {
                Numbers numbers = of(hashes[slot]);
                for (int i = 0; i < numbers.size(); i++) {
                    int number = renumbered[numbers.get(i)];
                    if (number >= 0) {
                        kept.add(hashes[slot], number);
                    }
                }
            }
        }
        return kept;
    }

    private int slot(long hash) {
        int mask = hashes.length - 1;
        int slot = (int) hash & mask;
        while (hashes[slot] != FREE && hashes[slot] != hash) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        if (used < FULL * hashes.length) {
            return;
        }
        long[] before = hashes;
        int[] valuesBefore = values;
        hashes = new long[before.length * 2];
        values = new int[before.length * 2];
        for (int i = 0; i < before.length; i++) {
            if (before[i] != FREE) {
                int slot = slot(before[i]);
                hashes[slot] = before[i];
                values[slot] = valuesBefore[i];
            }
        }
    }
}
