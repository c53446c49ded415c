package communique.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class XmlCleanerTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    <a>x</a>                                              | <a>x</a>
                    junk <a/>                                             | <a/>
                    <?xml version='1.0' encoding='x'?><a/>                | <a/>
                    <!DOCTYPE rss><a/>                                    | <a/>
                    <!doctype a [<!ENTITY e "<>]>"> <!-- x -->]><a/>      | <a/>
                    <!DOCTYPE a [<!ENTITY e SYSTEM 'file:///x'>]><a>&e;</a> | <a>&amp;e;</a>
                    <a><!-- a -- b --></a>                                | <a></a>
                    <a>&nbsp;&eacute;&ldquo;</a>                          | <a>\u00a0é“</a>
                    <a>&lt;&gt;&amp;&quot;&apos;</a>                      | <a>&lt;&gt;&amp;&quot;&apos;</a>
                    <a>&#8211;&#x2013;&#0;&#x1F;&#99999999;</a>           | <a>&#8211;&#8211;</a>
                    <a>&#99999999999;&#xZ;</a>                            | <a>&amp;#99999999999;&amp;#xZ;</a>
                    <a>fish & chips</a>                                   | <a>fish &amp; chips</a>
                    <a href="?x=1&y=2"/>                                  | <a href="?x=1&amp;y=2"/>
                    <a>x\u0000\u0008y</a>                                 | <a>xy</a>
                    <a>\ud83d\ude00 \ud83d</a>                            | <a>\ud83d\ude00 </a>
                    <a><![CDATA[<!DOCTYPE x> &nbsp; a & b\u0001]]></a>    | <a><![CDATA[<!DOCTYPE x> &nbsp; a & b]]></a>
                    <a><![CDATA[cut off                                   | <a><![CDATA[cut off
                    <a><!-- cut off                                       | <a>
                    <!DOCTYPE cut off                                     | ``
                    no markup                                             | no markup
                    """)
    void mends(String xml, String clean) {
        assertThat(XmlCleaner.clean(xml)).isEqualTo(clean);
    }
}
