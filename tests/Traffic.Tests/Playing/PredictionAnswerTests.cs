using System.Text;
using System.Text.Json;
using MonitoringDemo.Traffic.Playing;

namespace MonitoringDemo.Traffic.Tests.Playing;

public sealed class PredictionAnswerTests
{
    private const string Plain = """{"model":"hits","modelVersion":3,"predictions":[{"id":"p-7","score":0.25,"label":0},{"id":"p-8","score":1E-05,"label":1}]}""";

    [Theory]
    [InlineData(Plain)]
    [InlineData("""{ "model":"hits","modelVersion":3,"predictions":[{"id":"p-7","score":0.25,"label":0},{"id":"p-8","score":1E-05,"label":1}]}""")]
    [InlineData("""{"modelVersion":3,"model":"hits","predictions":[{"label":0,"id":"p-7","score":0.25},{"id":"p-8","label":1}],"notExplained":"why"}""")]
    [InlineData("""{"model":"a\",\"modelVersion\":9","modelVersion":3,"predictions":[{"id":"p-7","score":0.25,"label":0},{"id":"p-8","score":1,"label":1}]}""")]
    public void An_answer_is_read_however_it_is_written(string text)
    {
        var answer = new PredictionAnswer();

        answer.Read(Encoding.UTF8.GetBytes(text), 2);

        answer.ModelVersion.ShouldBe(3);
        answer.Ids.ToArray().ShouldBe([7, 8]);
        answer.Labels.ToArray().ShouldBe([0, 1]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void An_answer_for_another_number_of_rows_is_refused(int rows)
    {
        var answer = new PredictionAnswer();

        Should.Throw<InvalidDataException>(() => answer.Read(Encoding.UTF8.GetBytes(Plain), rows));
    }

    [Fact]
    public void An_answer_that_is_cut_is_refused_wherever_it_is_cut()
    {
        var (answer, bytes) = (new PredictionAnswer(), Encoding.UTF8.GetBytes(Plain));

        for (var length = 0; length < bytes.Length; length++)
        {
            var error = Should.Throw<Exception>(() => answer.Read(bytes.AsSpan(0, length), 2), $"cut to {length} bytes");
            error.GetType().ShouldBeOneOf(typeof(InvalidDataException), typeof(JsonException).Assembly.GetType("System.Text.Json.JsonReaderException")!);
        }
    }
}
