using System.Globalization;
using MonitoringDemo.KeepingUp.Streams;

namespace MonitoringDemo.KeepingUp.Runs;

/// <summary>A data set of the folder that MONITORINGDEMO_DATA names, with the options of docs/learning.md.</summary>
/// <param name="Drifts">Whether a model that is trained again is known to do better.</param>
internal sealed record RealSet(string Name, string File, bool Drifts, int Rows, int Warmup, string Options, string Categorical)
{
    public static IReadOnlyList<RealSet> All { get; } =
    [
        new("elec2", "elec2.csv.gz", true, 45_312, 8_064, "--label label_up --time timestamp --ignore row,date", "day"),
        new("songs", "music_hit_stream.csv.gz", true, 31_857, 2_400, "--label hit --time stream_date --ignore song_id,title,artist,decade", "key,mode,time_signature"),
        new("fma", "fma_rock_hiphop.csv.gz", true, 4_802, 960, "--label label_rock --time date_created --ignore track_id,title,genre_top", ""),
        new("bank", "bank_marketing.csv.gz", false, 45_211, 5_000, "--label label_subscribed --ignore row,year_month,duration",
            "job,marital,education,default,housing,loan,contact,month,poutcome"),
        new("shoppers", "online_shoppers.csv.gz", false, 12_330, 2_466, "--label label_revenue --ignore month_number",
            "Month,OperatingSystems,Browser,Region,TrafficType,VisitorType,Weekend"),
        new("heart", "heart_disease_4sites.csv", false, 920, 184, "--label label_disease --ignore site_order,site", "sex,cp,fbs,restecg,exang,slope,thal"),
    ];

    /// <summary>Whether at least half of what is served has its outcome before the end.</summary>
    public bool IsLongEnoughFor(int delay) => delay <= (Rows - Warmup) / 2;

    public Case With(string folder, int delay) => new(
        string.Create(CultureInfo.InvariantCulture, $"{Name}, delay {delay:N0}"),
        Drifts ? ChangeKind.Real : ChangeKind.None,
        1, Rows, Warmup, delay, Options.Split(' '), Categorical.Length == 0 ? [] : Categorical.Split(','), [])
    {
        File = _ => Path.Combine(folder, File),
    };
}
