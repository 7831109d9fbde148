using System.Text;
using System.Text.Json;
using Adapters.Simulation.Faults;

namespace Adapters.Simulation.Tests;

public sealed class FaultPlanTests
{
    [Fact]
    public void Same_seed_gives_the_same_faults()
    {
        var first = Use(new FaultPlan(71, FaultRates.Rough));
        var second = Use(new FaultPlan(71, FaultRates.Rough));
        Assert.Equal(first.Decisions, second.Decisions);
        Assert.Equal(first.Plan.ToString(), second.Plan.ToString());
        Assert.NotEqual(first.Decisions, Use(new FaultPlan(72, FaultRates.Rough)).Decisions);
    }

    [Fact]
    public void Requests_do_not_shift_messages()
    {
        var alone = new FaultPlan(73, FaultRates.Rough);
        var mixed = new FaultPlan(73, FaultRates.Rough);
        for (var i = 0; i < 1_000; i++)
        {
            mixed.NextRequest();
            mixed.NextGarbage();
            Assert.Equal(alone.NextMessage(), mixed.NextMessage());
        }
    }

    [Fact]
    public void Each_fault_comes_about_as_often_as_its_rate_says()
    {
        var plan = Use(new FaultPlan(74, FaultRates.Rough)).Plan;
        Assert.InRange(plan.Count(StreamFault.Drop), 60, 140);
        Assert.InRange(plan.Count(StreamFault.Disconnect), 20, 65);
        Assert.InRange(plan.Count(RequestFault.TooManyRequests), 420, 580);
        Assert.All(Enum.GetValues<StreamFault>(), fault => Assert.True(plan.Count(fault) > 0, $"{fault}"));
        Assert.All(Enum.GetValues<RequestFault>(), fault => Assert.True(plan.Count(fault) > 0, $"{fault}"));
        var all = Enum.GetValues<StreamFault>().Skip(1).Sum(plan.Count)
            + Enum.GetValues<RequestFault>().Skip(1).Sum(plan.Count);
        Assert.Equal(all, plan.Injected);
        Assert.StartsWith("seed 74: message None ", plan.ToString(), StringComparison.Ordinal);
        Assert.Contains($"request Banned {plan.Count(RequestFault.Banned)}", plan.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Statuses_fit_their_faults()
    {
        var plan = new FaultPlan(75, FaultRates.Rough);
        for (var i = 0; i < 5_000; i++)
        {
            var decision = plan.NextRequest();
            switch (decision.Fault)
            {
                case RequestFault.TooManyRequests:
                    Assert.Equal((429, false, true), (decision.Status, decision.IsExecuted, decision.IsAnswered));
                    break;
                case RequestFault.Banned:
                    Assert.Equal((418, false, true), (decision.Status, decision.IsExecuted, decision.IsAnswered));
                    break;
                case RequestFault.ServerError or RequestFault.ServerErrorAfterwards:
                    Assert.InRange(decision.Status!.Value, 500, 504);
                    Assert.Equal(decision.Fault == RequestFault.ServerErrorAfterwards, decision.IsExecuted);
                    break;
                case RequestFault.LostRequest:
                    Assert.Equal((false, false), (decision.IsExecuted, decision.IsAnswered));
                    break;
                case RequestFault.LostAnswer:
                    Assert.Equal((true, false), (decision.IsExecuted, decision.IsAnswered));
                    break;
                default:
                    Assert.Equal((null, true, true), (decision.Status, decision.IsExecuted, decision.IsAnswered));
                    break;
            }
        }
    }

    [Fact]
    public void A_pause_is_calm_and_shifts_nothing()
    {
        var plan = new FaultPlan(76, new FaultRates { Drop = 0.5, LostAnswer = 1 });
        var same = new FaultPlan(76, new FaultRates { Drop = 0.5, LostAnswer = 1 });
        plan.IsPaused = true;
        Assert.All(Enumerable.Range(0, 50), _ => Assert.Equal(StreamFault.None, plan.NextMessage().Fault));
        Assert.Equal(RequestFault.None, plan.NextRequest().Fault);
        Assert.Equal(0, plan.Injected);
        plan.IsPaused = false;
        Assert.All(Enumerable.Range(0, 50), _ => Assert.Equal(same.NextMessage(), plan.NextMessage()));
        Assert.Equal(RequestFault.LostAnswer, plan.NextRequest().Fault);
    }

    [Fact]
    public void Garbage_is_never_a_message()
    {
        var plan = new FaultPlan(77, FaultRates.None);
        var strict = new UTF8Encoding(false, throwOnInvalidBytes: true);
        for (var i = 0; i < 200; i++)
        {
            var garbage = plan.NextGarbage();
            Assert.Throws<DecoderFallbackException>(() => strict.GetString(garbage));
            Assert.ThrowsAny<JsonException>(() => JsonDocument.Parse(garbage));
            Assert.InRange(plan.NextCut(10), 0, 9);
        }

        Assert.Equal(0, plan.NextCut(0));
    }

    [Theory]
    [InlineData(-0.1, 0)]
    [InlineData(1.1, 0)]
    [InlineData(0.6, 0.6)]
    [InlineData(double.NaN, 0)]
    public void Impossible_rates_are_refused(double drop, double delay) => Assert.Throws<ArgumentException>(
        () => new FaultPlan(1, new FaultRates { Drop = drop, Delay = delay }));

    private static (FaultPlan Plan, List<string> Decisions) Use(FaultPlan plan)
    {
        var decisions = new List<string>();
        for (var i = 0; i < 10_000; i++)
        {
            decisions.Add($"{plan.NextMessage()} {plan.NextRequest()}");
        }

        return (plan, decisions);
    }
}
