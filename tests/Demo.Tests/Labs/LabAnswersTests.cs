using MonitoringDemo.Demo.Hosting;
using MonitoringDemo.Demo.Labs;

namespace MonitoringDemo.Demo.Tests.Labs;

public sealed class LabAnswersTests : IDisposable
{
    private readonly TemporaryFolder _lab = new();

    public void Dispose() => _lab.Dispose();

    [Fact]
    public void A_name_that_nobody_asks_for_is_told_with_those_that_are_asked()
    {
        var work = Answered("""{ "A": "season" }""");

        var refused = Should.Throw<UnusableInputException>(() => LabAnswers.Read(work));

        refused.Message.ShouldContain("nothing is asked under the name \"A\". The names are A-verdict, rows.");
    }

    [Fact]
    public void Of_broken_json_the_line_is_told_as_an_editor_counts_it()
    {
        var work = Answered("{\n  \"A-verdict\": \"season\",\n  \"rows\": 4o\n}");

        var refused = Should.Throw<UnusableInputException>(() => LabAnswers.Read(work));

        refused.Message.ShouldContain("is no JSON object, line 3: ");
        refused.Message.ShouldNotContain("LineNumber");
    }

    [Fact]
    public void What_is_asked_and_answered_is_read()
    {
        var answers = LabAnswers.Read(Answered("""{ "A-verdict": "Season", "rows": 45 }"""));

        answers.Word("A-verdict", "drift", "season").ShouldBe("season");
        answers.Row("rows").ShouldBe(45);
        answers.FirstUnanswered("A-verdict", "rows").ShouldBeNull();
    }

    private string Answered(string json)
    {
        foreach (var (part, text) in new[] { (LabFolder.Start, """{ "A-verdict": null, "rows": null }"""), (LabFolder.Work, json) })
        {
            Directory.CreateDirectory(Path.Combine(_lab.Path, part));
            File.WriteAllText(Path.Combine(_lab.Path, part, LabAnswers.FileName), text);
        }

        return Path.Combine(_lab.Path, LabFolder.Work);
    }
}
