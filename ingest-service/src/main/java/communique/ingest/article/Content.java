package communique.ingest.article;

import java.util.Optional;

/**
 * An article's parts as they were found, not cleaned yet.
 *
 * @param url address, absolute
 * @param title headline
 * @param body main text, paragraphs separated by a blank line
 * @param language declared language
 * @param author by-line
 * @param published publication time
 */
public record Content(
        Optional<String> url,
        Optional<String> title,
        String body,
        Optional<String> language,
        Optional<String> author,
        Optional<Dated> published) {

    /** The same with another text. */
    public Content withBody(String other) {
        return new Content(url, title, other, language, author, published);
    }

    /** The same with another address. */
    public Content withUrl(Optional<String> other) {
        return new Content(other, title, body, language, author, published);
    }

    /** What is missing here is taken from there; the text stays. */
    public Content orElse(Content there) {
        return new Content(
                url.or(there::url),
                title.or(there::title),
                body,
                language.or(there::language),
                author.or(there::author),
                published.or(there::published));
    }
}
