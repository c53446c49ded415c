package communique.ingest.article;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One spelling for the many of one address: lower-case host, no default port, no dot segments, no fragment, no
 * parameters that only follow the reader, the others in order of name.
 */
public final class CanonicalUrl {
    private static final Pattern PARAMETER_END = Pattern.compile("&");
    private static final Pattern AUTHORITY = Pattern.compile("(?:[^@]*@)?(\\[[0-9a-fA-F:.]+]|[^:]+)(?::(\\d*))?");
    private static final String NEVER_IN_ADDRESS = " \"<>\\^`{|}";
    /** Campaign and click identifiers of the large mailers, advertisers and statistics services. */
    private static final Set<String> FOLLOWING = Set.of(
            "fbclid",
            "gclid",
            "gclsrc",
            "dclid",
            "gbraid",
            "wbraid",
            "msclkid",
            "yclid",
            "ysclid",
            "twclid",
            "ttclid",
            "li_fat_id",
            "igshid",
            "igsh",
            "mc_cid",
            "mc_eid",
            "mkt_tok",
            "oly_anon_id",
            "oly_enc_id",
            "vero_id",
            "wickedid",
            "_ga",
            "_gl",
            "_hsenc",
            "_hsmi",
            "hsctatracking",
            "__s",
            "__twitter_impression",
            "s_cid",
            "cmpid",
            "cmp",
            "ncid",
            "xtor",
            "ns_campaign",
            "ns_mchannel",
            "ns_source",
            "ns_linkname",
            "at_medium",
            "at_campaign",
            "at_custom1",
            "at_custom2",
            "at_custom3",
            "at_custom4",
            "ito",
            "smid",
            "smtyp",
            "guccounter",
            "guce_referrer",
            "guce_referrer_sig",
            "spm",
            "scm",
            "ftag",
            "tpcc");

    private static final String CAMPAIGN = "utm_";

    private CanonicalUrl() {}

    /** The canonical spelling; empty where this is no absolute web address. */
    public static Optional<String> of(String address) {
        try {
            URI uri = new URI(escaped(address.strip())).normalize();
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            if (!("http".equals(scheme) || "https".equals(scheme)) || uri.getRawAuthority() == null) {
                return Optional.empty();
            }
            var authority = AUTHORITY.matcher(uri.getRawAuthority());
            if (!authority.matches()) {
                return Optional.empty();
            }
            String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
            String query = query(uri.getRawQuery());
            String spelled =
                    scheme + "://" + host(authority.group(1)) + port(scheme, authority.group(2)) + path + query;
            return Optional.of(new URI(spelled).toASCIIString());
        } catch (URISyntaxException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** A web address as it is written somewhere, made absolute and spelled so that it can be fetched. */
    public static Optional<String> resolve(String base, String written) {
        try {
            URI address = new URI(escaped(written.strip()));
            URI absolute = address.isAbsolute() ? address : new URI(escaped(base.strip())).resolve(address);
            return Optional.of(absolute.toString()).filter(url -> of(url).isPresent());
        } catch (URISyntaxException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The host of a web address, without a leading {@code www.}. */
    public static Optional<String> hostOf(String address) {
        return of(address).map(url -> {
            String host = AUTHORITY.matcher(URI.create(url).getRawAuthority()).replaceFirst("$1");
            return host.startsWith("www.") ? host.substring(4) : host;
        });
    }

    private static String escaped(String address) {
        StringBuilder escaped = new StringBuilder(address.length());
        for (int i = 0; i < address.length(); i++) {
            char c = address.charAt(i);
            boolean strayPercent = c == '%' && !isHexPair(address, i + 1);
            if (c < ' ' || strayPercent || NEVER_IN_ADDRESS.indexOf(c) >= 0) {
                escaped.append(String.format(Locale.ROOT, "%%%02X", (int) c));
            } else {
                escaped.append(c);
            }
        }
        return escaped.toString();
    }

    private static boolean isHexPair(String text, int at) {
        return at + 2 <= text.length()
                && Character.digit(text.charAt(at), 16) >= 0
                && Character.digit(text.charAt(at + 1), 16) >= 0;
    }

    private static String host(String host) {
        String lower = host.toLowerCase(Locale.ROOT);
        return lower.startsWith("[") ? lower : IDN.toASCII(lower, IDN.ALLOW_UNASSIGNED);
    }

    private static String port(String scheme, String port) {
        String usual = "http".equals(scheme) ? "80" : "443";
        return port == null || port.isEmpty() || port.equals(usual) ? "" : ":" + port;
    }

    private static String query(String query) {
        if (query == null) {
            return "";
        }
        String kept = Arrays.stream(PARAMETER_END.split(query))
                .filter(parameter -> !parameter.isEmpty() && !follows(nameOf(parameter)))
                .sorted(Comparator.comparing(CanonicalUrl::nameOf))
                .collect(Collectors.joining("&"));
        return kept.isEmpty() ? "" : "?" + kept;
    }

    private static String nameOf(String parameter) {
        int end = parameter.indexOf('=');
        return end < 0 ? parameter : parameter.substring(0, end);
    }

    private static boolean follows(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.startsWith(CAMPAIGN) || FOLLOWING.contains(lower);
    }
}
