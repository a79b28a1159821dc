using System.Text.Json;
using System.Text.Json.Nodes;

namespace MonitoringDemo.Demo.Tests;

public sealed class JsonMistakeTests
{
    private const string Broken = "{\n  \"a\": 1,\n  \"b\": 4o\n}";

    [Fact]
    public void Whoever_reads_names_the_line_as_an_editor_counts_it_and_no_place_of_the_readers()
    {
        var read = Should.Throw<JsonException>(() => JsonSerializer.Deserialize<Dictionary<string, int>>(Broken));
        var parsed = Should.Throw<JsonException>(() => JsonNode.Parse(Broken));

        foreach (var said in new[] { JsonMistake.Of(read), JsonMistake.Of(parsed) })
        {
            said.ShouldStartWith("line 3: ");
            said.ShouldContain("'o'");
            said.ShouldNotContain("LineNumber");
            said.ShouldNotEndWith(".");
        }
    }
}
