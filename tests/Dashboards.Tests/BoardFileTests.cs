using MonitoringDemo.Dashboards.Tests.Boards;

namespace MonitoringDemo.Dashboards.Tests;

public sealed class BoardFileTests
{
    public static TheoryData<string> Ids => [.. AllBoards.Boards.Select(board => board.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_committed_dashboard_is_what_its_class_makes(string id)
    {
        var path = Root.PathOf("dashboards", $"{id}.json");
        var wanted = AllBoards.Boards.Single(board => board.Id == id).ToText();

        var committed = File.Exists(path) ? File.ReadAllText(path).ReplaceLineEndings("\n") : "";

        if (committed != wanted) File.WriteAllText(path, wanted);
        (committed == wanted).ShouldBeTrue("the file has been written anew: read what changed, and commit it");
    }

    [Fact]
    public void No_dashboard_is_there_that_no_class_makes()
    {
        var files = Directory.GetFiles(Root.PathOf("dashboards")).Select(Path.GetFileNameWithoutExtension);

        files.ShouldBe(AllBoards.Boards.Select(board => board.Id), ignoreOrder: true);
    }

    [Fact]
    public void Titles_are_numbered_in_order_because_Grafana_sorts_by_them()
    {
        var titles = AllBoards.Boards.Select(board => board.Title).ToList();

        titles.Select(title => title.Split(' ')[0]).ShouldBe(Enumerable.Range(1, titles.Count).Select(number => $"{number}"));
    }
}
