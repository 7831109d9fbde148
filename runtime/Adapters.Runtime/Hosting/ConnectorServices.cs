using Adapters.Capabilities;
using Adapters.Catalogue;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Adapters.Hosting;

/// <summary>Registers connectors with a service collection; exchanges build their own <c>Add…</c> on it.</summary>
public static class ConnectorServices
{
    /// <summary>Registers a connector as a singleton, by its type, by its product's id as key, and as
    /// <see cref="IExchangeConnector"/>.</summary>
    /// <param name="services">The collection.</param>
    /// <param name="catalogue">The product; its id names the options.</param>
    /// <param name="connect">Makes the connector.</param>
    /// <param name="configure">Sets options.</param>
    /// <remarks>Options are checked when the connector is made: an <see cref="OptionsValidationException"/> names what is
    /// wrong.</remarks>
    public static IServiceCollection AddConnector<TConnector>(
        this IServiceCollection services, ProductCatalogue catalogue, Func<ConnectorOptions, TConnector> connect,
        Action<ConnectorOptions>? configure)
        where TConnector : class, IExchangeConnector
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(catalogue);
        ArgumentNullException.ThrowIfNull(connect);
        var options = services.AddOptions<ConnectorOptions>(catalogue.Id);
        if (configure is not null)
        {
            options.Configure(configure);
        }

        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<ConnectorOptions>>(new Validation<TConnector>(catalogue)));
        services.TryAddSingleton(provider =>
        {
            var set = provider.GetRequiredService<IOptionsMonitor<ConnectorOptions>>().Get(catalogue.Id);
            set.LoggerFactory ??= provider.GetService<ILoggerFactory>();
            if (set.TimeProvider == TimeProvider.System && provider.GetService<TimeProvider>() is { } time)
            {
                set.TimeProvider = time;
            }

            return connect(set);
        });
        services.AddKeyedSingleton<IExchangeConnector>(
            catalogue.Id, static (provider, _) => provider.GetRequiredService<TConnector>());
        services.AddSingleton<IExchangeConnector>(static provider => provider.GetRequiredService<TConnector>());
        return services;
    }

    // A type for each connector: services of one type are taken for one.
    private sealed class Validation<TConnector>(ProductCatalogue catalogue) : IValidateOptions<ConnectorOptions>
    {
        public ValidateOptionsResult Validate(string? name, ConnectorOptions options)
        {
            if (name != catalogue.Id)
            {
                return ValidateOptionsResult.Skip;
            }

            try
            {
                options.Validate(catalogue);
                return ValidateOptionsResult.Success;
            }
            catch (ArgumentException error)
            {
                return ValidateOptionsResult.Fail($"{catalogue.Id}: {error.Message}");
            }
        }
    }
}
