using System.CommandLine;
using System.Globalization;
using MonitoringDemo.Traffic.Scenarios;
using Spectre.Console;

namespace MonitoringDemo.Demo.CommandLine;

internal static class ScenariosCommand
{
    public static Command Create(TextWriter output)
    {
        var command = new Command("scenarios", "List what can happen to the world.") { MatrixCommand.Create(output), AblateCommand.Create(output) };
        command.SetAction(_ =>
        {
            var table = new Table().Border(TableBorder.Rounded)
                .AddColumns("group", "scenario").AddColumn(new TableColumn("on the page").NoWrap()).AddColumns("songs", "onset", "right response", "what you will see");
            foreach (var manifest in ScenarioCatalog.All.Select(s => s.Manifest))
            {
                table.AddRow(
                    Markup.Escape(manifest.Group),
                    Markup.Escape(manifest.Id),
                    Markup.Escape(manifest.Title),
                    manifest.Songs.ToString("N0", CultureInfo.InvariantCulture),
                    manifest.Onset.ToString("N0", CultureInfo.InvariantCulture),
                    Markup.Escape(manifest.RightResponse),
                    Markup.Escape(manifest.WhatToLookFor));
            }

            Screen.On(output).Write(table);
            return 0;
        });
        return command;
    }
}
