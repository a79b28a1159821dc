using System.IO.Pipelines;
using System.Text;
using MonitoringDemo.Traffic.Playing;

namespace MonitoringDemo.Traffic.Tests.Playing;

public sealed class HttpLineTests
{
    private readonly Pipe _requests = new();
    private readonly Pipe _answers = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_request_says_where_to_who_asks_and_how_long_it_is()
    {
        await using var line = new HttpLine(new Ends(_answers.Reader, _requests.Writer), "127.0.0.1:5080", "secret");
        await _answers.Writer.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}"u8.ToArray(), Cancellation);

        await line.PostAsync("v1/outcomes", "{\"a\":1}"u8.ToArray(), Cancellation);

        var request = await _requests.Reader.ReadAsync(Cancellation);
        Encoding.ASCII.GetString(request.Buffer).ShouldBe("POST /v1/outcomes HTTP/1.1\r\nHost: 127.0.0.1:5080\r\nAuthorization: Bearer secret\r\nContent-Type: application/json\r\nContent-Length: 7\r\n\r\n{\"a\":1}");
    }

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\ncontent-length: 7\r\nDate: x\r\n\r\n{\"b\":2}", 200, "{\"b\":2}")]
    [InlineData("HTTP/1.1 400 Bad Request\r\nTransfer-Encoding: chunked\r\n\r\n4\r\n{\"b\"\r\n3\r\n:2}\r\n0\r\n\r\n", 400, "{\"b\":2}")]
    [InlineData("HTTP/1.1 204 No Content\r\n\r\n", 204, "")]
    public async Task An_answer_is_whole_however_it_is_cut(string answer, int status, string body)
    {
        var bytes = Encoding.ASCII.GetBytes(answer);

        for (var cut = 0; cut < bytes.Length; cut++)
        {
            var (requests, answers) = (new Pipe(), new Pipe());
            await using var line = new HttpLine(new Ends(answers.Reader, requests.Writer), "host", null);
            await answers.Writer.WriteAsync(bytes.AsMemory(0, cut), Cancellation);
            var asked = line.PostAsync("v1/model", default, Cancellation).AsTask();
            await answers.Writer.WriteAsync(bytes.AsMemory(cut), Cancellation);
            var reply = await asked;
            (reply.Status, Encoding.ASCII.GetString(reply.Body)).ShouldBe((status, body));
        }
    }

    [Theory]
    [InlineData("SSH-2.0-OpenSSH\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\n{}")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: two\r\n\r\n{}")]
    public async Task What_is_no_answer_is_refused(string answer)
    {
        await using var line = new HttpLine(new Ends(_answers.Reader, _requests.Writer), "host", null);
        await _answers.Writer.WriteAsync(Encoding.ASCII.GetBytes(answer), Cancellation);

        var asking = async () => await line.PostAsync("v1/model", default, Cancellation);

        await asking.ShouldThrowAsync<InvalidDataException>();
    }

    [Fact]
    public async Task A_connection_that_ends_too_early_is_an_error()
    {
        await using var line = new HttpLine(new Ends(_answers.Reader, _requests.Writer), "host", null);
        await _answers.Writer.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{}"u8.ToArray(), Cancellation);
        await _answers.Writer.CompleteAsync();

        var asking = async () => await line.PostAsync("v1/model", default, Cancellation);

        (await asking.ShouldThrowAsync<IOException>()).Message.ShouldContain("closed");
    }

    private sealed record Ends(PipeReader Input, PipeWriter Output) : IDuplexPipe;
}
