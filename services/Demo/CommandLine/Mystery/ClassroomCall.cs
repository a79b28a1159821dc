using System.Net;
using System.Text.Json;
using MonitoringDemo.Demo.Hosting;
using MonitoringDemo.ServiceDefaults.Security;

namespace MonitoringDemo.Demo.CommandLine.Mystery;

/// <summary>Presses a button of the wall from the command line.</summary>
internal static class ClassroomCall
{
    public static async Task<int> OrderAsync(string? url, string what, object order, string done, TextWriter output, CancellationToken cancellation)
    {
        var classroom = FleetAddress.ToCall(url ?? FleetAddress.Default);
        var token = new AccessToken(new ConfigurationBuilder().AddEnvironmentVariables().Build());
        using var http = new HttpClient(new AccessTokenHandler(token) { InnerHandler = new SocketsHttpHandler() }) { Timeout = TimeSpan.FromSeconds(30), BaseAddress = classroom };
        try
        {
            using var answer = await http.PostAsJsonAsync(new Uri($"/v1/wall/{what}", UriKind.Relative), order, cancellation);
            var said = await answer.Content.ReadAsStringAsync(cancellation);
            if (answer.StatusCode == HttpStatusCode.Unauthorized) throw new UnusableInputException($"The classroom wants the instructor's token: set {AccessToken.Variable} to what it printed at its start.");
            if (answer.StatusCode == HttpStatusCode.NotFound) throw new UnusableInputException($"At {classroom} there is no classroom; name its address with --url URL.");
            if (!answer.IsSuccessStatusCode) throw new UnusableInputException($"The classroom answered {(int)answer.StatusCode}: {Detail(said)}");
            await output.WriteLineAsync($"{done} {string.Join(" ", Problems(said))}".TrimEnd());
            return 0;
        }
        catch (HttpRequestException e)
        {
            throw new UnusableInputException($"No classroom answers at {classroom}; name its address with --url URL.", e);
        }
    }

    private static IEnumerable<string?> Problems(string said)
    {
        using var json = JsonDocument.Parse(said);
        return [.. json.RootElement.GetProperty("problems").EnumerateArray().Select(problem => problem.GetString())];
    }

    private static string Detail(string said)
    {
        try
        {
            using var json = JsonDocument.Parse(said);
            return json.RootElement.TryGetProperty("detail", out var detail) ? detail.GetString() ?? said : said;
        }
        catch (JsonException)
        {
            return said;
        }
    }
}
