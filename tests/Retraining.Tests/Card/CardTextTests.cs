using MonitoringDemo.Retraining.Card;

namespace MonitoringDemo.Retraining.Tests.Card;

public sealed class CardTextTests
{
    private static readonly CardSection[] s_sections =
        [new("Data", ["A name from data: <b>|x|</b>\nnext [link](y)"], new CardTable(["feature", ">rows"], [["colour | *red*", "12"]]))];

    [Fact]
    public void Names_from_data_are_no_markup_in_markdown_and_end_no_line_of_a_table()
    {
        var card = CardText.Write(CardFormat.Markdown, "Card", "Above", s_sections);

        card.ShouldBe("""
            # Card

            Above

            ## Data

            A name from data: \<b\>\|x\|\</b\> next \[link\](y)

            | feature | rows |
            | --- | ---: |
            | colour \| \*red\* | 12 |

            """.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void Nor_in_html()
    {
        var page = CardText.Write(CardFormat.Html, "Card", "Above", s_sections);

        page.ShouldContain("&lt;b&gt;|x|&lt;/b&gt;");
        page.ShouldContain("<td class=\"number\">12</td>");
    }
}
