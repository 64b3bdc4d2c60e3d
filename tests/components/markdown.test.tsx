import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { Markdown } from "#app/components/markdown.tsx";

const written = (text: string, topHeading?: 2 | 3 | 4 | 5) =>
  renderToStaticMarkup(<Markdown text={text} topHeading={topHeading} />);

describe("written text", () => {
  it("becomes paragraphs, lists, emphasis and code", () => {
    const html = written("Plain *soft* **strong** `CC6.1`\n\n1. one\n2. two\n\n- dot\n\n> said\n\n```\nx < y\n```");
    expect(html).toContain('<p>Plain <em>soft</em> <strong>strong</strong> <code class="id">CC6.1</code></p>');
    expect(html).toContain('<ol start="1"><li>one</li><li>two</li></ol>');
    expect(html).toContain("<ul><li>dot</li></ul>");
    expect(html).toContain("<blockquote><p>said</p></blockquote>");
    expect(html).toContain("x &lt; y");
  });

  it("starts its headings below the page's own", () => {
    expect(written("# A\n\n## B")).toContain("<h3>A</h3><h4>B</h4>");
    expect(written("###### A", 5)).toContain("<h6>A</h6>");
  });

  it("keeps raw HTML as the text that was typed", () => {
    const html = written("<script>alert(1)</script>\n\na <img src=x onerror=alert(1)> b");
    expect(html).not.toMatch(/<script|<img/);
    expect(html).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
  });

  it.each([
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](data:text/html,hi)",
    "[x](vbscript:x)",
    "[x](&#106;avascript:alert(1))",
    "[x](//evil.example)",
    "[x](/staff)",
    "[x][1]\n\n[1]: javascript:alert(1)",
    "<javascript:alert(1)>",
  ])("does not link %s", (text) => {
    expect(written(text)).not.toContain("<a ");
  });

  it("links http, https and mailto, without passing on the visitor", () => {
    expect(written("[x](https://a.example/b?c=d)")).toContain(
      '<a href="https://a.example/b?c=d" rel="noopener nofollow">x</a>',
    );
    expect(written("[x][1]\n\n[1]: http://a.example/")).toContain('<a href="http://a.example/"');
    expect(written("<trust@a.example>")).toContain('<a href="mailto:trust@a.example"');
  });

  it("loads no image: it says what the image shows", () => {
    const html = written("![a diagram](https://tracker.example/p.png)");
    expect(html).not.toContain("tracker.example");
    expect(html).toContain("a diagram");
  });
});
