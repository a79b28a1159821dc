using System.CommandLine;
using System.Globalization;
using MonitoringDemo.Demo.Parked;
using MonitoringDemo.ServiceDefaults.Messaging.Parking;
using Spectre.Console;

namespace MonitoringDemo.Demo.CommandLine;

/// <summary><c>bus parked list|show|replay|drop</c>: what the consumers of a fleet over a broker could not handle.</summary>
internal static class BusCommand
{
    private const string Words = "The broker is the one of ConnectionStrings__RabbitMQ (or the file of ConnectionStrings__RabbitMQ_FILE); the user of a service sees what that service parked.";

    public static Command Create(TextWriter output)
    {
        var service = new Option<string?>("--service") { HelpName = "NAME", Description = $"One service alone: {string.Join(", ", FleetParking.Services)}." };
        var all = new Option<bool>("--all") { Description = "Every message (of the service, where one is named) instead of one." };
        var yes = new Option<bool>("--yes") { Description = "Do not ask." };
        var to = new Option<string?>("--to") { HelpName = "QUEUE", Description = "Another queue of the service, for a message that does not say where it lay." };
        var id = new Argument<string>("id") { HelpName = "ID", Description = "A message, as list names it." };
        var one = new Argument<string?>("id") { HelpName = "ID", Description = "A message, as list names it; or --all.", Arity = ArgumentArity.ZeroOrOne };

        var list = new Command("list", $"List parked messages. {Words}") { service };
        list.SetAction((parsed, cancellation) => WithAsync(parsed.GetValue(service), lot => ListAsync(lot, output, cancellation), cancellation));
        var show = new Command("show", "Show one parked message whole.") { id, service };
        show.SetAction((parsed, cancellation) => WithAsync(parsed.GetValue(service), lot => ShowAsync(lot, parsed.GetRequiredValue(id), output, cancellation), cancellation));
        var replay = new Command("replay", "Put parked messages back where they lay, once the reason is mended.") { one, all, service, to };
        replay.SetAction((parsed, cancellation) => WithAsync(parsed.GetValue(service), lot => ReplayAsync(lot, Chosen(parsed.GetValue(one), parsed.GetValue(all)), parsed.GetValue(to), output, cancellation), cancellation));
        var drop = new Command("drop", "Take parked messages away for good.") { one, all, service, yes };
        drop.SetAction((parsed, cancellation) => WithAsync(parsed.GetValue(service), lot => DropAsync(lot, Chosen(parsed.GetValue(one), parsed.GetValue(all)), parsed.GetValue(yes), output, cancellation), cancellation));
        return new Command("bus", "Look after the messages of a fleet over RabbitMQ.")
        {
            new Command("parked", "Messages that no consumer could handle: they failed, nobody knew them, or they ended the process again and again.") { list, show, replay, drop },
        };
    }

    private static async Task<int> WithAsync(string? service, Func<FleetParking, Task> act, CancellationToken cancellation)
    {
        await using var lot = await FleetParking.OpenAsync(service, cancellation);
        await act(lot);
        return lot.Refused.Count == 0 ? 0 : throw new UnusableInputException(string.Join(' ', lot.Refused.Distinct()));
    }

    /// <summary>Null for every message.</summary>
    private static string? Chosen(string? id, bool all) =>
        id is null == all ? id : throw new UnusableInputException(all ? "Name one message or --all, not both." : "Name a message, as bus parked list does, or --all.");

    private static async Task ListAsync(FleetParking lot, TextWriter output, CancellationToken cancellation)
    {
        var parked = await lot.ListAsync(cancellation);
        if (parked.Count == 0)
        {
            if (lot.Refused.Count == 0) await output.WriteLineAsync("No message is parked.");
            return;
        }

        var table = new Table().Border(TableBorder.Rounded).AddColumns("id", "queue", "type", "parked (UTC)", "reason");
        foreach (var message in parked)
            table.AddRow(message.Id, Markup.Escape(Plain(message.From ?? "?")), Markup.Escape(Plain(message.MessageType ?? "not readable")), TimeOf(message), Markup.Escape(Plain(message.Reason)));
        Screen.On(output).Write(table);
        foreach (var group in parked.GroupBy(message => message.Queue))
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{group.Key}: {group.Count():N0}{(group.Count() >= ParkingQueues.MostAtOnce ? " and perhaps more" : "")}"));
    }

    private static async Task ShowAsync(FleetParking lot, string id, TextWriter output, CancellationToken cancellation)
    {
        var message = (await lot.ListAsync(cancellation)).FirstOrDefault(each => each.Id == id) ?? throw Unknown(id);
        await output.WriteLineAsync($"""
            id      {message.Id}
            parked  {message.Queue}, {TimeOf(message)}
            from    {Plain(message.From ?? "?")}
            type    {Plain(message.MessageType ?? "not readable")}
            reason  {Plain(message.Reason)}

            {MessageText.Of(message.Body)}
            """);
    }

    private static async Task ReplayAsync(FleetParking lot, string? id, string? to, TextWriter output, CancellationToken cancellation)
    {
        var (putBack, left) = await lot.ReplayAsync(id, to, cancellation);
        if (id is not null && putBack.Count + left.Count == 0) throw Unknown(id);
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"Put back: {putBack.Count:N0}."));
        if (left.Count > 0) throw new UnusableInputException($"Left where they are, for they name no queue of their service: {string.Join(", ", left.Select(message => message.Id).Distinct())}. Name it with --to QUEUE, or drop them.");
    }

    private static async Task DropAsync(FleetParking lot, string? id, bool yes, TextWriter output, CancellationToken cancellation)
    {
        var meant = (await lot.ListAsync(cancellation)).Where(message => id is null || message.Id == id).Select(message => message.Id).ToHashSet();
        if (id is not null && meant.Count == 0) throw Unknown(id);
        if (!yes && !await IsSureAsync(meant.Count, output, cancellation))
        {
            await output.WriteLineAsync("Nothing was dropped.");
            return;
        }

        // What was parked since it was asked stays.
        var dropped = await lot.DropAsync(meant.Contains, cancellation);
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"Dropped: {dropped:N0}."));
    }

    private static async Task<bool> IsSureAsync(int count, TextWriter output, CancellationToken cancellation)
    {
        if (Console.IsInputRedirected) throw new UnusableInputException("Nobody can be asked here; add --yes.");
        await output.WriteAsync(string.Create(CultureInfo.InvariantCulture, $"Drop {count:N0} {(count == 1 ? "message" : "messages")} for good? [y/N] "));
        return (await Console.In.ReadLineAsync(cancellation))?.Trim() is "y" or "Y" or "yes";
    }

    private static UnusableInputException Unknown(string id) => new($"No parked message has the id '{id}'; bus parked list names them.");

    private static string TimeOf(ParkedMessage message) => message.ParkedAt?.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) ?? "?";

    private static string Plain(string text) => MessageText.OneLine(text);
}
