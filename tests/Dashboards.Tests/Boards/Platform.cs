using MonitoringDemo.Dashboards.Tests.Write;

namespace MonitoringDemo.Dashboards.Tests.Boards;

internal static class Platform
{
    public static Board Board { get; } = new("platform", "7 Platform", "Are the log, the bus and the processes well, so that the other dashboards can be believed?",
    [
        Panels.Text(
            """
            **Can I trust the monitoring?** A reader that lags sees yesterday's songs; a loop that does not turn decides nothing; a message that nobody could work on is a decision that was never heard.
            All six services in one process are one *instance* here; each in a process of its own, six.
            """, 3),
        Panels.Figure("How many processes are gone?", "Processes that were scraped within the last hour and do not answer now, and services of which every process stands by.", "short",
            ("""(count(up == 0 and max_over_time(up[1h]) == 1) or vector(0)) + (count(max by (lease) (mlops_lease_held{model="$model"}) == 0) or vector(0))""", "gone"), 4) with { Steps = Step.AnyIs(Colours.Red) },
        Panels.Figure("How long has a loop not turned?", "Time since the slowest loop of a service last ended a round. A long training counts as one round.", "s",
            ("max(time() - max by (pump) (mlops_pump_last_round_timestamp_seconds))", "slowest"), 5) with { Decimals = 0, Steps = Step.Rising(60, 300) },
        Panels.Figure("How much room is left?", "Free bytes where the state lives; of several file systems the fullest.", "bytes",
            ("min(mlops_data_free_bytes)", "free"), 5) with { Decimals = 1, Steps = Step.Falling(1e9, 5e9) },
        Panels.Figure("How many messages were lost?", "Messages that a consumer failed on for good, or that the broker did not confirm, in this time range.", "short",
            ("sum(increase(mlops_message_faults_total[$__range])) + sum(increase(mlops_messages_not_taken_total[$__range]))", "lost"), 5) with { Decimals = 0, Steps = Step.AnyIs(Colours.Red) },
        Panels.Figure("How many records of the log were lost?", "Records that retention deleted before they were shipped, or that are missing in a copy, and messages of the stream that could not be read; in this time range. 0 where services share the log.", "short",
            ("""sum(increase(mlops_inference_log_forward_lost_total{model="$model"}[$__range])) + sum(increase(mlops_inference_log_missing_total{model="$model"}[$__range])) + sum(increase(mlops_inference_log_parked_total{model="$model"}[$__range])) or vector(0)""", "lost"), 5) with { Decimals = 0, Steps = Step.AnyIs(Colours.Red) },
        Panels.Lines("How far behind are the readers of the log?", "Records of the log, a request or its outcomes each, between what was written and what a reader read. It grows while a model is being trained, and comes back.", "short", 12, 8,
            ("""max by (model) (mlops_inference_log_offset{model="$model", reader="writer"}) - on (model) group_right () max by (model, reader) (mlops_inference_log_offset{model="$model", reader!="writer"})""", "{{reader}}"),
            ("""max by (reader) (mlops_inference_log_lag{model="$model"})""", "{{reader}}, read at once")) with { Decimals = 0 },
        Panels.Lines("Is the log on its way?", "Records that the broker has not confirmed, and records that the slowest copy still lacks. 0 where services share the log.", "short", 12, 8,
            ("""sum(mlops_inference_log_forward_lag{model="$model"}) or vector(0)""", "not confirmed"),
            ("""max(mlops_inference_log_replica_lag{model="$model"}) or vector(0)""", "not copied")) with
        { Decimals = 0, Min = 0, Series = [("not confirmed", Colours.Orange, false), ("not copied", Colours.Blue, false)] },
        Panels.Lines("How many messages are worked on?", "Messages consumed a second, by service loop: the six busiest consumers.", "cps", 8, 8,
            ("topk(6, sum by (messaging_masstransit_consumer_type) (rate(messaging_masstransit_consume_total[$__rate_interval])))", "{{messaging_masstransit_consumer_type}}")) with { Min = 0 },
        Panels.Lines("How long is a message under way, and worked on?", "95 of 100 messages took less: from being sent to being received, and in the consumer.", "s", 8, 8,
            ("histogram_quantile(0.95, sum by (le) (rate(messaging_masstransit_delivery_duration_seconds_bucket[$__rate_interval])))", "under way"),
            ("histogram_quantile(0.95, sum by (le) (rate(messaging_masstransit_consume_duration_seconds_bucket[$__rate_interval])))", "worked on")) with { Min = 0 },
        Panels.Bars("Who failed?", "Messages failed on for good, by consumer, and rounds that ended with an error, by loop; in this time range, six of each at most.", "short", 8, 8,
            ("topk(6, sum by (consumer) (increase(mlops_message_faults_total[$__range])))", "{{consumer}}"),
            ("topk(6, sum by (pump) (increase(mlops_pump_failures_total[$__range])))", "loop {{pump}}")) with { Decimals = 0, Steps = Step.AnyIs(Colours.Red) },
        Panels.Lines("How much memory do processes hold?", "Working set of each process.", "bytes", 8, 8,
            ("max by (instance) (dotnet_process_memory_working_set_bytes)", "{{instance}}")) with { Min = 0 },
        Panels.Lines("How many processors are busy?", "Processors that each process uses. Compare with those that it may use.", "none", 8, 8,
            ("sum by (instance) (rate(dotnet_process_cpu_time_seconds_total[$__rate_interval]))", "{{instance}}")) with { Decimals = 2, Min = 0 },
        Panels.Lines("Does garbage collection hold them up?", "Share of the time that garbage collection stops a process.", "percentunit", 8, 8,
            ("max by (instance) (rate(dotnet_gc_pause_time_seconds_total[$__rate_interval]))", "{{instance}} paused")) with { Decimals = 1, Min = 0 },
        Panels.Lines("Does work wait for a thread?", "Work items in the queue of the thread pool.", "short", 12, 7,
            ("max by (instance) (dotnet_thread_pool_queue_length)", "{{instance}}")) with { Min = 0 },
        Panels.Lines("Do songs flow as they should?", "Songs sent a second, beside the pace that is set. A request that fails is sent again.", "cps", 12, 7,
            ("sum(rate(traffic_songs_total[$__rate_interval]))", "sent"),
            ("max(traffic_songs_per_second)", "pace"),
            ("sum(rate(traffic_request_failures_total[$__rate_interval]))", "failed")) with { Min = 0, Series = [("sent", Colours.Blue, false), ("pace", Colours.Grey, true), ("failed", Colours.Red, false)] },
    ]);
}
