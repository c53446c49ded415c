package communique.alert.delivery.email;

import jakarta.mail.Address;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Who has a mail that others are yet to get. A restart forgets it: they get a repeat. */
final class Reached {
    private static final int MOST_MAILS = 1000;

    private final Map<String, Set<Address>> addresses = new LinkedHashMap<>();

    boolean any(String mail) {
        return addresses.containsKey(mail);
    }

    Address[] without(String mail, Address[] all) {
        Set<Address> have = addresses.getOrDefault(mail, Set.of());
        return Arrays.stream(all).filter(address -> !have.contains(address)).toArray(Address[]::new);
    }

    void add(String mail, Address[] more) {
        if (more.length > 0) {
            addresses.computeIfAbsent(mail, name -> new HashSet<>()).addAll(Arrays.asList(more));
        }
        if (addresses.size() > MOST_MAILS) {
            addresses.remove(addresses.keySet().iterator().next());
        }
    }

    void forget(String mail) {
        addresses.remove(mail);
    }
}
