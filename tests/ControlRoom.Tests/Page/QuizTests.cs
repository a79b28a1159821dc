using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace MonitoringDemo.ControlRoom.Tests.Page;

public sealed class QuizTests
{
    private static readonly JsonSerializerOptions s_strict = new(JsonSerializerDefaults.Web) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, RespectRequiredConstructorParameters = true };

    [Theory]
    [InlineData("quiz.json")]
    [InlineData("quiz.de.json")]
    public void Every_question_can_be_answered_is_explained_and_says_where_to_look(string file)
    {
        var questions = Questions(file);

        var wrong = questions.SelectMany(Faults).ToList();

        wrong.ShouldBeEmpty();
        questions.Length.ShouldBeGreaterThan(9);
        questions.Select(question => question.Id).Distinct().Count().ShouldBe(questions.Length);
        questions.Select(question => question.Text).Distinct().Count().ShouldBe(questions.Length);
    }

    [Fact]
    public void The_quiz_asks_the_same_in_both_languages_and_says_nothing_in_the_other_one()
    {
        var (english, german) = (Questions(), Questions("quiz.de.json"));

        var (asked, again) = (english.Select(Bones), german.Select(Bones));

        again.ShouldBe(asked);
        english.SelectMany(Sentences).Intersect(german.SelectMany(Sentences)).ShouldBeEmpty();
    }

    [Fact]
    public void A_question_with_a_fault_is_named()
    {
        var sound = Questions()[0];
        Question[] faulty =
        [
            sound with { Choose = sound.Choose + 1 },
            sound with { Explanation = " " },
            sound with { Answers = [.. sound.Answers, sound.Answers[0]] },
            sound with { Answers = [.. sound.Answers.Select(answer => answer with { Why = "" })] },
            sound with { Look = new("there", "document", "docs/nothing.md") },
            sound with { Look = new("there", "somewhere", "x") },
        ];

        var named = faulty.Select(question => Faults(question).Count());

        named.ShouldAllBe(count => count > 0);
        Faults(sound).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_quiz_stands_at_an_address_of_its_own_and_at_the_foot_of_the_page()
    {
        await using var house = await new ControlRoomHouse().StartAsync();
        var cancellation = TestContext.Current.CancellationToken;

        var page = await house.Http.GetStringAsync("/", cancellation);
        using var quiz = await house.Http.GetAsync("/quiz", cancellation);
        var html = await quiz.Content.ReadAsStringAsync(cancellation);
        using var data = await house.Http.GetAsync("/page/quiz.json", cancellation);

        page.ShouldContain("<a href=\"quiz\"");
        quiz.StatusCode.ShouldBe(HttpStatusCode.OK);
        quiz.Headers.GetValues("Content-Security-Policy").Single().ShouldStartWith("default-src 'self';");
        html.ShouldContain("page/quiz.js");
        html.ShouldNotContain(" style=");
        data.Content.Headers.ContentType!.MediaType.ShouldBe("application/json");
    }

    private static IEnumerable<string> Faults(Question question)
    {
        var right = question.Answers.Count(answer => answer.Right);
        if (right != question.Choose) yield return $"{question.Id}: {right} right answers, to choose {question.Choose}";
        if (question.Choose < 1 || right == question.Answers.Count) yield return $"{question.Id}: there is nothing to choose";
        if (question.Answers.Select(answer => answer.Text).Distinct().Count() < question.Answers.Count) yield return $"{question.Id}: an answer stands there twice";
        if (question.Answers.Any(answer => string.IsNullOrWhiteSpace(answer.Why) || string.IsNullOrWhiteSpace(answer.Text))) yield return $"{question.Id}: an answer without a reason";
        if (string.IsNullOrWhiteSpace(question.Explanation) || string.IsNullOrWhiteSpace(question.About)) yield return $"{question.Id}: no explanation";
        if (question.Look.Kind is not ("document" or "command")) yield return $"{question.Id}: no such kind of place as {question.Look.Kind}";
        if (string.IsNullOrWhiteSpace(question.Look.Text) || string.IsNullOrWhiteSpace(question.Look.At)) yield return $"{question.Id}: no place to look";
        if (question.Look.Kind == "document" && !File.Exists(Path.Combine(Root(), question.Look.At))) yield return $"{question.Id}: there is no {question.Look.At}";
    }

    /// <summary>What no language changes: which answers are right, and where to look.</summary>
    private static string Bones(Question question) => $"{question.Id} {question.Choose} {string.Join(',', question.Answers.Select(answer => answer.Right))} {question.Look.Kind} {question.Look.At}";

    private static IEnumerable<string> Sentences(Question question) => [question.Text, question.Explanation, question.Look.Text, .. question.Answers.Select(answer => answer.Why)];

    private static Question[] Questions(string file = "quiz.json") => JsonSerializer.Deserialize<Quiz>(
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "control-room-page", file)), s_strict)!.Questions;

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "MonitoringDemo.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("MonitoringDemo.sln is in no parent folder.");
    }

    private sealed record Quiz(string Title, Question[] Questions);

    private sealed record Question(string Id, string About, string Text, int Choose, IReadOnlyList<Answer> Answers, string Explanation, Place Look);

    private sealed record Answer(string Text, bool Right, string Why);

    private sealed record Place(string Text, string Kind, string At);
}
