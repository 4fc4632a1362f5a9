using System.Text;
using System.Text.Json.Nodes;
using FollowUp.Access;
using FollowUp.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FollowUp.Tests.Http;

/// <summary>
/// What no caller can do anything about: they hear an id, operators read what it was. Tests <see cref="Refusals"/>, <see cref="HttpLog"/>
/// and <see cref="ResultWithHeader"/>.
/// </summary>
public sealed class A_failure
{
    private readonly List<(LogLevel Level, string Text, Exception? Failure)> log = [];

    [Fact]
    public Task of_a_call_is_answered_with_an_id_and_logged_under_it() => IsTold(() => throw new InvalidOperationException("secret"));

    /// <summary>Half an answer is out of the question: lists are made while they are written.</summary>
    [Fact]
    public Task of_an_answer_that_is_being_written_is_too() => IsTold(() => Results.Json(new
    {
        A = new string('x', 100_000),
        Items = Enumerable.Range(0, 2).Select(n => n == 0 ? n : throw new InvalidOperationException("secret")),
    }));

    private async Task IsTold(Func<IResult> call)
    {
        ServiceCollection services = new();
        _ = services.AddLogging(logging => logging.AddProvider(new Notes(log)))
            .AddSingleton(AccessSettings.Read(new ConfigurationBuilder().Build())).AddSingleton<AccessScreen>()
            .AddSingleton(CallLimitSettings.Read(new ConfigurationBuilder().Build())).AddSingleton<CallLimits>();
        await using ServiceProvider provider = services.BuildServiceProvider();
        using MemoryStream wire = new();
        DefaultHttpContext http = new() { RequestServices = provider, TraceIdentifier = "trace-7", Response = { Body = wire } };
        (http.Request.Method, http.Request.Path) = ("GET", "/api/items");

        IResult answer = await Refusals.Answer(new("HealthLive"), http.Request, _ => Task.FromResult(call()), AcceptedInputs.BeforeReady);
        await answer.ExecuteAsync(http);

        string text = Encoding.UTF8.GetString(wire.ToArray());
        string id = System.Diagnostics.Activity.Current?.TraceId.ToString() ?? "trace-7";
        (http.Response.StatusCode, http.Response.ContentType, http.Response.ContentLength)
            .Should().Be((500, "application/problem+json", wire.Length));
        ((string)JsonNode.Parse(text)!["detail"]!).Should().Contain(id);
        text.Should().NotContain("secret").And.NotContain("xxx");
        (LogLevel level, string said, Exception? failure) = log.Should().ContainSingle().Which;
        (level, said, failure!.Message)
            .Should().Be((LogLevel.Error, $"GET /api/items failed, and was answered with 500 as {id}", "secret"));
    }

    private sealed class Notes(List<(LogLevel Level, string Text, Exception? Failure)> log) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            log.Add((logLevel, formatter(state, exception), exception));

        public void Dispose()
        {
        }
    }
}
